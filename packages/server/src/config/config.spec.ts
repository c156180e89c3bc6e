import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.js';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.problems;
    throw thrown;
  }
}

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8320,
      PUBLIC_URL: 'http://localhost:8320',
      DATABASE_URL: undefined,
      DATA_DIR: path.resolve('.data'),
      OPENAI_API_KEY: undefined,
      PLANNER: true,
      DEMO: true,
    });
  });

  it('lets the public origin follow the port', () => {
    expect(loadConfig({ PORT: '9000' }).PUBLIC_URL).toBe('http://localhost:9000');
    expect(loadConfig({ PORT: '9000', PUBLIC_URL: 'https://chat.example.com/' }).PUBLIC_URL).toBe(
      'https://chat.example.com',
    );
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ PORT: '', OPENAI_API_KEY: '' })).toMatchObject({
      PORT: 8320,
      OPENAI_API_KEY: undefined,
    });
  });

  it('does not accept a model that embeds texts without an endpoint to ask', () => {
    expect(problemsOf({ EMBEDDING_MODEL: 'text-embedding-3-small' }).join()).toContain(
      'Set OPENAI_API_KEY too',
    );
    expect(loadConfig({ EMBEDDING_MODEL: 'small', OPENAI_API_KEY: 'key' }).EMBEDDING_MODEL).toBe('small');
    expect(loadConfig({}).EMBEDDING_MODEL).toBeUndefined();
  });

  it('finds the home directory behind a tilde', () => {
    expect(loadConfig({ DATA_DIR: '~/baton' }).DATA_DIR).toBe(path.join(homedir(), 'baton'));
  });

  it('reports every problem at once, each with what the variable is for', () => {
    const problems = problemsOf({ PORT: '70000', DEMO: 'yes', PUBLIC_URL: 'https://x.example/path' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'PUBLIC_URL', 'DEMO']);
    expect(problems[0]).toContain('Port the server listens on.');
  });

  it('repeats no value, because it may be a secret', () => {
    expect(problemsOf({ OPENAI_BASE_URL: 'sk-not-a-url', PORT: 'sk-not-a-port' }).join()).not.toContain(
      'sk-',
    );
  });
});
