import { activity } from '@/lib/activities/activity.schema'
import { attendance } from '@/lib/activities/group.schema'
import { appointment } from '@/lib/appointments/appointment.schema'
import { REGISTER_STORES } from '@/lib/asylum/register.data'
import { contact } from '@/lib/contacts/contact.schema'
import { quote } from '@/lib/quotes/quote.schema'
import type { Fields } from '@/lib/records/field.schema'
import { referral } from '@/lib/referrals/referral.schema'
import { MISTAKES } from '@/lib/registers/register.rules'
import { stage } from '@/lib/trafficking/stage.schema'

/** Every register that is declared (docs/adr/0115). */
export const RECORDS: readonly { readonly table: string; readonly fields: Fields }[] = [
  activity,
  appointment,
  attendance,
  contact,
  ...REGISTER_STORES.map(({ record }) => record),
  quote,
  referral,
  stage,
]

/** The name of a column in the database. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The vocabulary of each column of codes: table and column. */
export const CODES_OF_RECORDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  RECORDS.flatMap(({ table, fields }) => [
    [`${table}.mistake`, MISTAKES.codes],
    ...Object.entries(fields).flatMap(([name, { storage }]) =>
      storage.list === undefined ? [] : [[`${table}.${snake(name)}`, storage.list.codes]],
    ),
  ]),
)
