import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to this very host, and needs https; on this machine plain http is all there is. */
const SECURE_NAME = '__Host-baton';
const LOCAL_NAME = 'baton-local';
const MAX_AGE_SECONDS = 7 * 24 * 3_600;

export function sessionCookieOf(request: FastifyRequest): string | null {
  return request.cookies[SECURE_NAME] ?? request.cookies[LOCAL_NAME] ?? null;
}

export function setSessionCookie(reply: FastifyReply, secret: string, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  reply.setCookie(secure ? SECURE_NAME : LOCAL_NAME, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: MAX_AGE_SECONDS,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SECURE_NAME, { path: '/', secure: true }).clearCookie(LOCAL_NAME, { path: '/' });
}
