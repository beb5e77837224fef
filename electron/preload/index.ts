import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Topic } from '../contract/topic'
import type { Keyward, WindowAddress } from '../contract/window'

const keyward: Keyward = {
  ask: (call, ...input) => ipcRenderer.invoke('keyward:ask', call, ...input),
  scanDropped: (files) =>
    ipcRenderer.invoke(
      'keyward:dropped',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  onChanged: (heard) => {
    const listener = (_event: unknown, topics: Topic[]) => heard(topics)
    ipcRenderer.on('keyward:changed', listener)
    return () => ipcRenderer.off('keyward:changed', listener)
  },
  onGo: (heard) => {
    const listener = (_event: unknown, address: WindowAddress) => heard(address)
    ipcRenderer.on('keyward:go', listener)
    return () => ipcRenderer.off('keyward:go', listener)
  },
}

contextBridge.exposeInMainWorld('keyward', keyward)
