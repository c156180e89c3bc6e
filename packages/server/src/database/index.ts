export { DatabaseModule } from './database.module.js';
export { DatabaseProbe } from './database-probe.repository.js';
export { NO_WAIT_FOR_DISK } from './no-wait-for-disk.js';
export { NotificationChannel } from './notification-channel.js';
export { migrateDatabase, openDatabase } from './open-database.js';
export { concernsEverybody, createUnitOfWork } from './typeorm-unit-of-work.js';
export { type Transaction, UNIT_OF_WORK, type UnitOfWork } from './unit-of-work.js';
