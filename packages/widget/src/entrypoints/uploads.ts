export { addFiles } from '../extras/files/add-files.js';
