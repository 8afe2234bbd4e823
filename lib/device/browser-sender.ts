import { locks, post } from './browser-net'
import { isAnythingHere, openBrowserRecords } from './browser-records'
import { tellChanged } from './browser-windows'
import { createSender, unlessDisk } from './sender'

const sender = createSender({ records: openBrowserRecords(), now: () => Date.now(), post, ...locks })

/** Sends what waits on this device from any page of the application: it needs no key. Where nothing was ever kept, nothing is made. */
export const sendSealed = async (): Promise<void> => {
  if (!(await isAnythingHere())) return
  await sender.send(true).catch(unlessDisk)
  tellChanged()
}
