import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const at = (path: string) => resolve(import.meta.dirname, path)

// The targets are stated, because the app must also run on Electron 33 (Node 20.18, Chromium 130);
// left alone, electron-vite picks those of the newest Electron it knows.
const mainTarget = 'node20.18'
const rendererTarget = 'chrome130'

// Only `dependencies` stay outside the bundle: the native modules. Everything else is bundled.
export default defineConfig({
  main: {
    build: {
      target: mainTarget,
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          gateway: at('electron/gateway-process.ts'),
          transfer: at('electron/transfer-worker.ts'),
          cli: at('electron/cli-process.ts'),
          'user-import': at('electron/user-import-worker.ts'),
          scan: at('electron/leak-scan-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: mainTarget,
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file, and may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: rendererTarget,
      outDir: 'out/renderer',
      minify: true,
      // One window loads it from the disk; the size that matters on the web does not matter here.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
