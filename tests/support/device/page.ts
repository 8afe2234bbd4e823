import { openBrowserDevice } from '@/lib/device/browser-device'

// A page with nothing but the device store in it, built by on-disk.ts: what the store leaves on a disk is the store's.
declare global {
  interface Window {
    device: Awaited<ReturnType<typeof openBrowserDevice>>
  }
}

window.device = await openBrowserDevice({ worker: '/worker.js', build: 'test' })
document.title = 'ready'
