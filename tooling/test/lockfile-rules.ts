/** The lowest version of a package that carries its security fixes, per major line where lines differ. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'socket.io-parser': ['4.2.7'],
  'engine.io': ['6.6.10'],
  ws: ['8.21.0'],
  '@nestjs/core': ['11.1.18'],
  '@nestjs/platform-fastify': ['11.1.25'],
  typeorm: ['0.3.31', '1.1.0'],
  preact: ['10.28.2'],
  multer: ['2.2.0'],
  dompurify: ['3.4.13'],
  undici: ['7.29.0'],
};

/** Packages that must never be part of what we ship. */
const BANNED = ['@nestjs/devtools-integration'];

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
}

/** Every package that pnpm's lockfile names, with its version. */
export function readLockedPackages(lockfile: string): readonly LockedPackage[] {
  const section = lockfile.split(/^packages:$/m)[1]?.split(/^snapshots:$/m)[0] ?? '';
  return Array.from(
    section.matchAll(/^ {2}'?(@?[^@'\s]+)@([^:'(]+)'?:$/gm),
    ([, name = '', version = '']) => ({
      name,
      version,
    }),
  );
}

/** One sentence per rule that the lockfile breaks. */
export function checkLockfile(lockfile: string): readonly string[] {
  const packages = readLockedPackages(lockfile);
  if (packages.length === 0) return ['The lockfile names no packages: its format is not the one we read.'];
  return [
    ...packages
      .filter(isBelowFloor)
      .map(({ name, version }) => `${name} ${version} is below its security floor.`),
    ...packages
      .filter(({ name }) => BANNED.includes(name))
      .map(({ name }) => `${name} must not be installed.`),
    ...(/https?:\/\//.test(lockfile) ? ['The lockfile names a host; it must work with any registry.'] : []),
  ];
}

function isBelowFloor({ name, version }: LockedPackage): boolean {
  const floors = FLOORS[name];
  if (!floors) return false;
  const sameMajor = floors.find((floor) => parts(floor)[0] === parts(version)[0]);
  const floor = sameMajor ?? floors.at(-1) ?? version;
  return compareVersions(version, floor) < 0;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  // A pre-release comes before its release.
  return Number(b.includes('-')) - Number(a.includes('-'));
}

function parts(version: string): readonly number[] {
  return (version.split('-')[0] ?? '').split('.').map(Number);
}
