import { describe, expect, it } from 'vitest';
import { fillSnippet, gapsIn, type SnippetValues, snippetQuery } from './fill-snippet.js';

const VALUES: SnippetValues = {
  'visitor.name': 'Maya Okafor',
  'visitor.first_name': 'Maya',
  'visitor.company': null,
  'visitor.email': null,
  'agent.name': 'Lena Brandt',
  'agent.first_name': 'Lena',
  'workspace.name': 'Northwind',
  'site.name': null,
};

describe('a canned reply', () => {
  it('is filled from what is known; a gap stays visible', () => {
    const text = fillSnippet('Hi {{visitor.first_name}} of {{ visitor.company }}, {{agent.name}}', VALUES);
    expect(text).toBe('Hi Maya of {{ visitor.company }}, Lena Brandt');
    expect(gapsIn(text, VALUES)).toEqual(['visitor.company']);
  });

  it('leaves every other brace alone, and values are never filled a second time', () => {
    expect(fillSnippet('{{constructor}} {{x}} {visitor.name}', VALUES)).toBe(
      '{{constructor}} {{x}} {visitor.name}',
    );
    expect(gapsIn('{{constructor}} {{toString}}', VALUES)).toEqual([]);
    const sly = { ...VALUES, 'visitor.name': '{{agent.name}} $1 $&' };
    expect(fillSnippet('{{visitor.name}}', sly)).toBe('{{agent.name}} $1 $&');
  });

  it('is asked for by a slash at the beginning of a word', () => {
    expect(snippetQuery('/', 1)).toBe('');
    expect(snippetQuery('Hi /he', 6)).toBe('he');
    expect(snippetQuery('Hi /he there', 6)).toBe('he');
    expect(snippetQuery('and/or', 6)).toBeNull();
    expect(snippetQuery('https://x', 9)).toBeNull();
    expect(snippetQuery('/he llo', 7)).toBeNull();
  });
});
