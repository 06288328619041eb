import 'server-only'
import { type Configuration, readConfiguration } from './configuration'

let configuration: Configuration | undefined

/** The only reader of process.env in the dashboard. Parsed on first use, so a build needs no secrets. */
export function env(): Configuration {
  configuration ??= readConfiguration(process.env)
  return configuration
}
