import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDescribedWorld } from './described-world'
import { freePort } from './free-port'

test('Prometheus scrapes the figures with a token, and promtool has nothing to say about them', async () => {
  const { baseUrl, port, authorization, secret, folder } = await openDescribedWorld()
  const figures = await textOf(`${baseUrl}/metrics`, authorization)
  expect(checkMetrics(figures)).toEqual({ status: 0, said: '' })
  // The check itself can fail: a counter is called _total.
  const wrong = '# HELP keyward_calls Calls.\n# TYPE keyward_calls counter\nkeyward_calls 1\n'
  expect(checkMetrics(wrong).said).toContain('_total')

  writeFileSync(join(folder, 'token'), secret)
  const target = `127.0.0.1:${port}`
  writeFileSync(join(folder, 'prometheus.yml'), configuration(target, join(folder, 'token')))
  const address = await startPrometheus(folder)
  await expect.poll(() => valueOf(address, 'up{job="keyward"}'), { timeout: 60_000 }).toEqual(['1'])
  const call = 'keyward_calls_total{outcome="refused",reason="no_token"}'
  await fetch(`${baseUrl}/v1/token`)
  await expect.poll(() => valueOf(address, call), { timeout: 60_000 }).toEqual(['1'])
  const slow = 'keyward_http_request_duration_seconds_count{route="/metrics",status="2xx"} > 0'
  expect(await valueOf(address, slow)).toHaveLength(1)
})

async function textOf(address: string, authorization: string) {
  const answer = await fetch(address, { headers: { authorization } })
  expect(answer.status).toBe(200)
  return answer.text()
}

function checkMetrics(text: string) {
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
    input: text,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

const configuration = (target: string, tokenFile: string) => `
global:
  scrape_interval: 1s
scrape_configs:
  - job_name: keyward
    authorization:
      type: Bearer
      credentials_file: ${JSON.stringify(tokenFile)}
    static_configs:
      - targets: [${JSON.stringify(target)}]
`

async function startPrometheus(folder: string): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`
  const prometheus = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
    ],
    { stdio: 'ignore', cwd: folder },
  )
  const ended = new Promise((resolve) => prometheus.once('exit', resolve))
  onTestFinished(async () => {
    prometheus.kill()
    await ended
  })
  return `http://${address}`
}

/** The values of a query's series; none while Prometheus is not there yet. */
async function valueOf(address: string, query: string): Promise<string[]> {
  try {
    const answer = await fetch(`${address}/api/v1/query?query=${encodeURIComponent(query)}`)
    type Told = { data?: { result: { value: [number, string] }[] } }
    const { data } = (await answer.json()) as Told
    return (data?.result ?? []).map(({ value }) => value[1])
  } catch {
    return []
  }
}
