/** Where a file stands; what most rules ask first. */
export interface Place {
  /** The folder below `packages/`, or null elsewhere. */
  readonly package: string | null;
  /** In the server: the first folder below `src/`, '' for the files beside `main.ts`; null outside of it. */
  readonly serverFolder: string | null;
  /** Below a `core/` folder of the server. */
  readonly isCore: boolean;
  /** Specs, contracts and what only they use: they may reach anywhere. */
  readonly isTest: boolean;
  /** The file's name without folders. */
  readonly name: string;
}

/** They drive the product from outside, also with what no part of it may use. */
const OUTSIDE = new Set(['e2e', 'bench', 'chaos']);

export function placeOf(path: string): Place {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const inPackage = parts[0] === 'packages' ? (parts[1] ?? null) : null;
  const inServer = inPackage === 'server' && parts[2] === 'src';
  return {
    package: inPackage,
    serverFolder: inServer ? (parts.length > 4 ? (parts[3] ?? '') : '') : null,
    isCore: inServer && parts.slice(3, -1).includes('core'),
    isTest:
      /\.(spec|contract|e2e)\.[a-z]+$/.test(name) || parts.includes('test') || OUTSIDE.has(parts[0] ?? ''),
    name,
  };
}
