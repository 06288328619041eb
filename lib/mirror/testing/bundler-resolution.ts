// For `node --import`: imports are found as the dashboard's bundler finds them, without an extension and from "@/".
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const base = specifier.startsWith('@/') ? root : context.parentURL
    const source = /^(@|\.{1,2})\//.test(specifier) && new URL(`${specifier.replace('@/', './')}.ts`, base)
    return next(source && existsSync(fileURLToPath(source)) ? source.href : specifier, context)
  },
})
