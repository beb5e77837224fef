import { authHeaders, overridingHeaders } from './forwarded-headers'
import type { ProxiedSite } from './proxy-configurations'

/** `route` keeps the order: Caddy would otherwise ask Keyward before headers are taken away. */
export const caddyConfiguration = ({
  gateway,
  routeSet,
  port,
  application,
  authorities,
}: ProxiedSite) => `\
:${port} {
	route {
		# Nobody names themselves. Some applications read X_Auth.Subject as X-Auth-Subject.
		request_header -X-Auth-*
		request_header -*_*
		request_header -*.*

		# Without a path, so that the whole site is asked about.
		forward_auth ${gateway.replace('http://', '')} {
			uri /v1/authz/forward-auth/${routeSet}
			header_up Host {upstream_hostport}
			copy_headers ${authHeaders.join(' ')}
			transport http {
				dial_timeout 1s
				response_header_timeout 2s
${gateway.startsWith('https:') ? `				tls_trusted_ca_certs ${authorities}\n` : ''}			}
		}

		# The application learns who calls, and never the token.
		request_header -Authorization
		# No other method or path than the one that was judged.
${overridingHeaders.map((one) => `		request_header -${one}`).join('\n')}
		reverse_proxy ${application} {
			# Once more: a client may name them in Connection, and so have them taken away.
${authHeaders.map((one) => `			header_up ${one} {http.request.header.${one}}`).join('\n')}
		}
	}
}
`
