export * from './commands.js';
export * from './playbook.js';
