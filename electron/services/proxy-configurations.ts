import type { ProxyConfiguration } from '../contract/route-set'
import { caddyConfiguration } from './caddy-configuration'
import { envoyConfiguration } from './envoy-configuration'
import { nginxConfiguration } from './nginx-configuration'
import { traefikConfiguration } from './traefik-configuration'

export type ProxiedSite = {
  /** Where Keyward's gateway listens, `http://127.0.0.1:7878` or `https://…`. */
  gateway: string
  /** Its name. */
  routeSet: string
  /** The port of the site. */
  port: number
  /** Host and port of the application behind the proxy. */
  application: string
  /** A file with the authorities that the proxy trusts, where the gateway has a certificate. */
  authorities: string
}

/** What whoever pastes a configuration puts their own in the place of. */
export const exampleSite: Pick<ProxiedSite, 'port' | 'application' | 'authorities'> = {
  port: 8080,
  application: '127.0.0.1:9000',
  authorities: '/etc/ssl/certs/ca-certificates.crt',
}

/**
 * For each proxy the form that protects the whole site: a proxy that asks for some paths only
 * compares them after it made them right, and hands the application the raw one.
 */
export const proxyConfigurations = (site: ProxiedSite): ProxyConfiguration[] => [
  { proxy: 'nginx', text: nginxConfiguration(site) },
  { proxy: 'caddy', text: caddyConfiguration(site) },
  { proxy: 'traefik', text: traefikConfiguration(site) },
  { proxy: 'envoy', text: envoyConfiguration(site) },
]
