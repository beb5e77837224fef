import { authHeaders, overridingHeaders } from './forwarded-headers'
import type { ProxiedSite } from './proxy-configurations'

/** `$keyward_subject` for `X-Auth-Subject`. */
const variable = (header: string) =>
  `$keyward_${header.replace('X-Auth-', '').replaceAll('-', '_').toLowerCase()}`
const answered = (header: string) => `$upstream_http_${header.replaceAll('-', '_').toLowerCase()}`

/**
 * nginx passes 401 and 403 on, and makes 500 of anything else: what Keyward meant stands in a
 * header, and `@keyward_denied` answers with it.
 */
export const nginxConfiguration = ({
  gateway,
  routeSet,
  port,
  application,
  authorities,
}: ProxiedSite) => `\
# In the http block, for example as a file in /etc/nginx/conf.d/.
server {
    listen ${port};
    # Some applications read X_Auth.Subject as X-Auth-Subject.
    underscores_in_headers off;
    ignore_invalid_headers on;

    # At server level, so that no location can be forgotten.
    auth_request /keyward-authz;
${authHeaders.map((one) => `    auth_request_set ${variable(one)} ${answered(one)};`).join('\n')}
    auth_request_set $keyward_status $upstream_http_x_keyward_status;
    auth_request_set $keyward_challenge $upstream_http_www_authenticate;
    auth_request_set $keyward_retry_after $upstream_http_retry_after;
    error_page 403 = @keyward_denied;

    location / {
        proxy_pass http://${application};
        proxy_http_version 1.1;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Host $host;
        proxy_set_header X-Forwarded-Proto $scheme;
        # The application learns who calls, and never the token.
        proxy_set_header Authorization "";
${authHeaders.map((one) => `        proxy_set_header ${one} ${variable(one)};`).join('\n')}
        # No other method or path than the one that was judged.
${overridingHeaders.map((one) => `        proxy_set_header ${one} "";`).join('\n')}
    }

    location = /keyward-authz {
        internal;
        proxy_pass ${gateway}/v1/authz/auth-request/${routeSet};
${gateway.startsWith('https:') ? overTls(gateway, authorities) : ''}        proxy_http_version 1.1;
        proxy_pass_request_body off;
        proxy_pass_request_headers off;
        proxy_set_header Host ${hostIn(gateway)};
        proxy_set_header Content-Length "";
        proxy_set_header Authorization $http_authorization;
        proxy_set_header X-Original-Method $request_method;
        proxy_set_header X-Original-URI $request_uri;
        proxy_set_header X-Original-Host $host;
        proxy_set_header X-Original-Source $remote_addr;
        proxy_connect_timeout 1s;
        proxy_send_timeout 2s;
        proxy_read_timeout 2s;
    }

    location @keyward_denied {
        auth_request off;
        add_header WWW-Authenticate $keyward_challenge always;
        add_header Retry-After $keyward_retry_after always;
        add_header Cache-Control no-store always;
        if ($keyward_status = 400) { return 400; }
        if ($keyward_status = 429) { return 429; }
        return 403;
    }
}
`

/** Without these lines nginx would talk to whoever answers. */
const overTls = (gateway: string, authorities: string) => `\
        proxy_ssl_verify on;
        proxy_ssl_verify_depth 4;
        proxy_ssl_server_name on;
${isAddress(gateway) ? named : ''}        proxy_ssl_trusted_certificate ${authorities};
`

/** nginx compares names alone, and refuses a gateway that is called by its address. */
const named = `\
        # A name in the certificate of the gateway, which nginx asks for.
        proxy_ssl_name localhost;
`

const isAddress = (url: string) => /^[\d.]+$|:/.test(new URL(url).hostname)

const hostIn = (url: string) => new URL(url).host
