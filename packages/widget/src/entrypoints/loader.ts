import { start } from '../loader/start.js';

start();
