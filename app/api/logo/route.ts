import * as z from 'zod'
import { logoSchema } from '@/lib/configuration/configuration.schema'
import { lastEdition, writeEdition } from '@/lib/configuration/edition.data'
import { EDITION_STATES } from '@/lib/configuration/edition.rules'
import { drawLogo, LOGO_BYTES } from '@/lib/configuration/logo'
import { getPicture, insertPicture } from '@/lib/configuration/picture.data'
import { NotFound } from '@/lib/db/errors'
import { defineDownload } from '@/lib/server/define-download'
import { defineUpload } from '@/lib/server/define-upload'
import { no, ok } from '@/lib/shared/result'

/** The logo of the organisation, drawn anew. */
export const POST = defineUpload({
  name: 'bringLogo',
  permission: 'config:keep',
  schema: logoSchema,
  value: z.object({ editionId: z.uuid(), state: z.enum(EDITION_STATES.codes) }),
  limit: LOGO_BYTES,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'setting', ...value }),
  prepare: drawLogo,
  run: async (work, { knew, reason }, logo) => {
    if ((await lastEdition(work, 'setting', 'organisation.logo')) !== knew) return no('correctedMeanwhile')
    await insertPicture(work, logo)
    const { id, state } = await writeEdition(work, {
      subject: 'setting',
      item: 'organisation.logo',
      after: logo.hash,
      reason,
    })
    return ok({ editionId: id, state })
  },
})

/** The same for everyone who works there; the address changes with the picture. */
export const GET = defineDownload({
  permission: 'session:own',
  query: z.strictObject({ v: z.string().regex(/^[0-9a-f]{64}$/) }),
  // A picture of the organisation; no one is behind it.
  audit: null,
  run: async (work, { v }) => {
    if (work.settings.get('organisation.logo') !== v) throw new NotFound()
    return { body: await getPicture(work, v), type: 'image/png' }
  },
})
