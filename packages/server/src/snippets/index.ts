export { SnippetsModule } from './snippets.module.js';
