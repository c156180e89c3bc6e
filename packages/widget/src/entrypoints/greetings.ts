import { greet } from '../greeter/greet.js';

void greet();
