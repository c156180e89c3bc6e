export { DemoModule } from './demo.module.js';
export { startDemo } from './start-demo.js';
