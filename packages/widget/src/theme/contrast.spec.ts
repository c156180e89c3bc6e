import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = ['../loader/loader.css', './chat-tokens.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

type Oklch = readonly [lightness: number, chroma: number, hue: number];

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** A token that is written as `light-dark(oklch(…), oklch(…))`. */
function token(name: string, scheme: Scheme): Oklch {
  const pair = new RegExp(`--${name}:\\s*light-dark\\(\\s*oklch\\(([^)]*)\\),\\s*oklch\\(([^)]*)\\)`).exec(
    css,
  );
  const [l = Number.NaN, c = Number.NaN, h = Number.NaN] =
    pair?.[scheme === 'light' ? 1 : 2]?.split(' ').map(Number) ?? [];
  return [l, c, h];
}

/** Relative luminance as WCAG defines it, of the colour clipped to sRGB. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return (
    0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe.each(SCHEMES)('contrast in %s', (scheme) => {
  it.each([
    ['text', 'surface'],
    ['text', 'raised'],
    ['muted', 'surface'],
    ['muted', 'raised'],
    ['danger', 'surface'],
    ['danger', 'raised'],
  ])('of the text %s on %s is at least 4.5', (text, ground) => {
    const ratio = contrast(luminance(token(text, scheme)), luminance(token(ground, scheme)));
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it('of the edge of the text box is at least 3', () => {
    expect(
      contrast(luminance(token('outline', scheme)), luminance(token('surface', scheme))),
    ).toBeGreaterThanOrEqual(3);
  });

  it('of the brand colour as text is at least 4.5, whatever the brand', () => {
    const surface = luminance(token('surface', scheme));
    const [darkest, lightest, mostChroma] = ['min(l', 'max(l', 'min(c'].map((clamp) =>
      Number(css.split(`${clamp}, `)[1]?.split(')')[0]),
    );
    for (let hue = 0; hue < 360; hue += 5) {
      for (const chroma of [0, 0.05, 0.1, 0.2, 0.3]) {
        const clamped: Oklch =
          scheme === 'light'
            ? [darkest ?? 1, chroma, hue]
            : [lightest ?? 0, Math.min(chroma, mostChroma ?? 1), hue];
        expect(contrast(luminance(clamped), surface), `${clamped}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('text on the brand colour', () => {
  it('is white below the lightness (CIE) 49.4 and black above, and so never under 4.5', () => {
    expect(css).toContain('lch(from var(--accent) calc((49.4 - l) * 999) 0 0)');
    // The luminance of CIE lightness 49.4.
    const turn = ((49.4 + 16) / 116) ** 3;
    expect(contrast(turn, 1)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(turn, 0)).toBeGreaterThanOrEqual(4.5);
  });
});
