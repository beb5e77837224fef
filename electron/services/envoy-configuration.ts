import { authHeaders, mistakable, overridingHeaders } from './forwarded-headers'
import type { ProxiedSite } from './proxy-configurations'

const split = (url: string) => {
  const { protocol, hostname, port } = new URL(url)
  const usual = protocol === 'https:' ? '443' : '80'
  return { address: hostname.replace(/^\[|\]$/g, ''), port: port || usual }
}

const exact = (names: readonly string[], indent: string) =>
  names.map((name) => `${indent}- exact: ${name.toLowerCase()}`).join('\n')

const removed = (names: readonly string[]) =>
  names.map((name) => `                        - ${name.toLowerCase()}`).join('\n')

/**
 * Headers that are removed go after the filters ran, so Keyward still gets Authorization. 200 ms,
 * Envoy's own timeout, would refuse calls while a machine is busy.
 */
export function envoyConfiguration({
  gateway,
  routeSet,
  port,
  application,
  authorities,
}: ProxiedSite) {
  return `\
static_resources:
  listeners:
    - name: site
      address:
        socket_address: { address: 0.0.0.0, port_value: ${port} }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: site
                # Envoy itself writes X-Forwarded-For.
                use_remote_address: true
                # The application gets the very path that was judged.
                normalize_path: false
                merge_slashes: false
                path_with_escaped_slashes_action: REJECT_REQUEST
                common_http_protocol_options:
                  # Some applications read X_Auth_Subject as X-Auth-Subject.
                  headers_with_underscores_action: DROP_HEADER
                route_config:
                  name: site
                  virtual_hosts:
                    - name: site
                      domains: ["*"]
                      # The application learns who calls, and never the token; and no other
                      # method or path than the one that was judged.
                      request_headers_to_remove:
                        - authorization
${removed(overridingHeaders)}
                        # Nor may anything be read as one of these: some applications read
                        # x.auth.subject as x-auth-subject.
${removed(mistakable([...authHeaders, ...overridingHeaders], ['.']))}
                      routes:
                        - match: { prefix: "/" }
                          route: { cluster: application }
                http_filters:
                  - name: envoy.filters.http.ext_authz
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz
                      failure_mode_allow: false
                      allowed_headers:
                        patterns:
                          - exact: x-forwarded-for
                      http_service:
                        server_uri:
                          uri: ${gateway}
                          cluster: keyward
                          timeout: 2s
                        path_prefix: /v1/authz/ext-authz/${routeSet}
                        authorization_response:
                          allowed_upstream_headers:
                            patterns:
${exact(authHeaders, '                              ')}
                          allowed_client_headers:
                            patterns:
${exact(['WWW-Authenticate', 'Retry-After', 'Content-Type', 'Cache-Control'], '                              ')}
                  - name: envoy.filters.http.router
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
  clusters:
${cluster('keyward', split(gateway))}${gateway.startsWith('https:') ? overTls(gateway, authorities) : ''}
${cluster('application', split(`http://${application}`))}
`
}

const cluster = (name: string, { address, port }: { address: string; port: string }) => `\
    - name: ${name}
      type: STRICT_DNS
      connect_timeout: 1s
      load_assignment:
        cluster_name: ${name}
        endpoints:
          - lb_endpoints:
              - endpoint:
                  address:
                    socket_address: { address: "${address}", port_value: ${port} }`

const overTls = (gateway: string, authorities: string) => `
      transport_socket:
        name: envoy.transport_sockets.tls
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
          sni: "${split(gateway).address}"
          common_tls_context:
            validation_context:
              trusted_ca: { filename: ${authorities} }
              match_typed_subject_alt_names:
                - san_type: ${isAddress(gateway) ? 'IP_ADDRESS' : 'DNS'}
                  matcher: { exact: "${split(gateway).address}" }`

const isAddress = (url: string) => /^[\d.]+$|:/.test(split(url).address)
