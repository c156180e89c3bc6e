export { Fragment, jsx, jsx as jsxs } from '../vnode.js';
