import { authHeaders, mistakable, overridingHeaders } from './forwarded-headers'
import type { ProxiedSite } from './proxy-configurations'

/** The port of the site is that of the entry point, which is in Traefik's static configuration. */
export const traefikConfiguration = ({
  gateway,
  routeSet,
  application,
  authorities,
}: ProxiedSite) => `\
# Dynamic configuration; the entry point "web" is the one of your static configuration.
http:
  routers:
    site:
      # The whole site: every path is asked about.
      rule: "PathPrefix(\`/\`)"
      entryPoints:
        - web
      middlewares:
        - keyward
        - keyward-clean
      service: application
  middlewares:
    keyward:
      forwardAuth:
        address: "${gateway}/v1/authz/forward-auth/${routeSet}"
${gateway.startsWith('https:') ? `        tls:\n          ca: ${authorities}\n` : ''}        # X-Forwarded-* of the client are overwritten, not believed.
        trustForwardHeader: false
        authRequestHeaders:
          - Authorization
        authResponseHeaders:
${authHeaders.map((one) => `          - ${one}`).join('\n')}
    keyward-clean:
      headers:
        customRequestHeaders:
          # The application learns who calls, and never the token.
          Authorization: ""
          # No other method or path than the one that was judged.
${removed(overridingHeaders)}
          # Some applications read X_Auth.Subject as X-Auth-Subject.
${removed(mistakable([...authHeaders, ...overridingHeaders], ['_', '.']))}
  serversTransports:
    application:
      forwardingTimeouts:
        dialTimeout: 1s
  services:
    application:
      loadBalancer:
        serversTransport: application
        servers:
          - url: "http://${application}"
`

const removed = (names: readonly string[]) => names.map((one) => `          ${one}: ""`).join('\n')
