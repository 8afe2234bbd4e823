import type { Device, FormName } from '@/lib/device/device.types'
import { type Taken, takenSchema } from '@/lib/offline/taken.schema'

/** What was taken along, today first. What another version took along and this one does not read is left out: it is forgotten by itself. */
export const takenOf = async (device: Device): Promise<readonly Taken[]> => {
  const all = await device.taken()
  return all
    .flatMap((one) => {
      const read = takenSchema.safeParse(one)
      return read.success ? [read.data] : []
    })
    .sort((a, b) => a.on.localeCompare(b.on))
}

/** Everyone of a visit that was taken along. */
export const peopleOf = ({ writing }: Taken) => [...writing.here, ...writing.elsewhere]

// What is begun bears the visit, or the person, that it belongs to in its name.
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
export const nameFor = (form: FormName, about: string): string => `${form}-${about}-${crypto.randomUUID()}`
export const aboutOf = (name: string): string => new RegExp(`^[a-z]+-(${UUID})-`).exec(name)?.[1] ?? ''
