import { requireNode } from './require-node.mjs';

requireNode();
const { reportingProblems } = await import('./problem.mjs');
const { environmentFor, findNode, root } = await import('./environment.mjs');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { runInForeground } = await import('./child.mjs');

await reportingProblems(async () => {
  const node = await findNode();
  await install('run');
  await build(node);
  const main = ['packages/server/dist/main.js', ...process.argv.slice(2)];
  process.exit(await runInForeground(node, main, { cwd: root, env: environmentFor(node) }));
});
