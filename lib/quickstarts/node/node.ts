import type { Language } from '../language.ts'
import { express } from './express.ts'
import { fastify } from './fastify.ts'
import { fetchCaller } from './fetch.ts'
import { hono } from './hono.ts'
import { koa } from './koa.ts'
import { next } from './next.ts'
import { openidClient } from './openid-client.ts'

export const node: Language = {
  slug: 'node',
  name: 'Node.js',
  accept: [express, fastify, koa, hono, next],
  call: [fetchCaller, openidClient],
}
