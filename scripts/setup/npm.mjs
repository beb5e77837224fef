// @ts-check

/**
 * How to call npm. Under `npm run` the npm that is running says where it is, and Node can run it directly:
 * no shell, so spaces in paths need no quoting. Otherwise it is looked up in PATH, and on Windows `npm.cmd`
 * can be started by a shell only.
 * @param {string[]} args
 * @returns {[command: string, args: string[], options: { shell?: boolean }]}
 */
export function npm(args) {
  const running = process.env.npm_execpath
  if (running && /npm-cli\.[cm]?js$/.test(running))
    return [process.execPath, [running, ...args], {}]
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}]
}
