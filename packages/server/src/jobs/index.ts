export { type EnqueueOptions, JOB_QUEUE, type Job, type JobQueue } from './job-queue.port.js';
export { JobsModule } from './jobs.module.js';
