/** A package of npm whose documentation is part of the corpus. */
export interface DocumentationPackage {
  readonly name: string;
  readonly version: string;
  /** Of the archive, as the registry states it: SHA-512 in Base64. */
  readonly integrity: string;
  /** Where its Markdown files are within the package. */
  readonly folder: string;
  readonly licence: string;
}

/**
 * The public documentation that the search is measured on. It is fetched when it is needed and never kept in the
 * repository; a version is pinned, because the questions name its pages and headings.
 */
export const DOCUMENTATION_PACKAGES: readonly DocumentationPackage[] = [
  {
    name: 'npm',
    version: '12.2.2',
    integrity:
      'sha512-KglgbZyacf7jH+FHuNRqVuCzQi8VhI2a7J87Ix43FsPTuZoGWmIXXGdZtBUOA79vwL+IJREqURVzupA7PsQTcA==',
    folder: 'docs/content',
    licence: 'Artistic-2.0',
  },
  {
    name: 'fastify',
    version: '5.12.8',
    integrity:
      'sha512-moP8exb2sCHLUbJkwp+I6C0padhy4D8lp0SdmzY7HhSdZuqm7O/u3o2aq7u8okaQ//33QDzj3G/u+FsSdB8Qzw==',
    folder: 'docs',
    licence: 'MIT',
  },
  {
    name: 'undici',
    version: '8.13.1',
    integrity:
      'sha512-Kt7EaPjh0s93lJH/PmW3d5rhkcpUa6fS3jqZ7+YGxNd9L7Xy/i827xe4C2uhhq+pJebM4tQOl5AgHmW11G5Skg==',
    folder: 'docs/docs',
    licence: 'MIT',
  },
  {
    name: 'pino',
    version: '10.4.0',
    integrity:
      'sha512-bk1ZMTwG/Vymx+zPoa28MhNzucFvXJWp3csrSuxuHPSMeUettaCoQ5Jvg07mtC4JGNpcfTwz41oVCnNgBK9+vA==',
    folder: 'docs',
    licence: 'MIT',
  },
];
