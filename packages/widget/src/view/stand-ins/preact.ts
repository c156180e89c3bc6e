export { render } from '../render.js';
export { Fragment } from '../vnode.js';
