import type { FormAction } from '@/components/forms/reply'
import type { Device, SealedState } from '@/lib/device/device.types'
import { formOf } from './use-draft'

/** What a form here is sent with: it is sealed on this device, and leaves by itself. `after`: the text that must be there first. */
export const sealing =
  (device: Device, name: string, after: string | null = null): FormAction<SealedState> =>
  async ({ input }) => {
    const sealed = await device.finish(name, formOf(name), input, after)
    if (!sealed.ok) return { ok: false, code: sealed.code === 'full' ? 'deviceFull' : 'notSealed' }
    void device.send(true)
    return sealed
  }
