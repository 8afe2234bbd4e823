'use server'
import * as z from 'zod'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { formatTime } from '@/components/ui/time'
import { insertAttachment } from '@/lib/attachments/attachment.data'
import { scan } from '@/lib/attachments/scanner'
import { getFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { listFields } from '@/lib/fields/field.data'
import { catalogue } from '@/lib/i18n/catalogue'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { gapOf } from '@/lib/summaries/ground.data'
import { CODE_OF_GAP, leavesOrganisation } from '@/lib/summaries/ground.rules'
import { AUDIENCES, LEVEL_FOR, SECTIONS } from '@/lib/summaries/level.rules'
import { insertSummary } from '@/lib/summaries/summary.data'
import { makeLetterSchema } from './letter.schema'
import { toContents, toFilling } from './letter.view'
import { getLive, localeOf, readLetter, seenOf } from './letter-page.data'
import { fillIn } from './prepare'
import { faultsOf } from './tag.rules'
import { getDocument } from './template.data'
import { AUDIENCE_FOR, DOCX } from './template.rules'

/**
 * Makes a letter of a template and keeps it among the papers of the file. The file is read anew, through the gate of summaries; what the page
 * listed has to be what the letter says.
 */
export const makeLetter = defineAction({
  name: 'makeLetter',
  permission: 'case:edit',
  schema: makeLetterSchema,
  value: z.object({
    attachmentId: z.uuid(),
    summaryId: z.uuid(),
    audience: z.enum(AUDIENCES.codes),
    sections: z.array(z.enum(SECTIONS.codes)),
  }),
  // A process of its own, and a scanner that may take its time.
  most: 60_000,
  audit: ({ caseId, templateId, edition, language }, { attachmentId, summaryId, audience, sections }) => ({
    event: 'letter.made',
    caseId,
    attachmentId,
    summaryId,
    templateId,
    edition,
    audience,
    level: LEVEL_FOR[audience],
    sections,
    language,
  }),
  run: async (work, input) => {
    const { caseId, personId, language, typed, ground, recipient, reason } = input
    await getFile(work, 'case:edit', caseId)
    const { kind } = await getCaseHeader(work, caseId)
    const template = await getLive(work, input.templateId, kind)
    const { now } = template
    if (now.edition !== input.edition) return no('letterChanged')
    if (localeOf(template, language) !== language) return no('invalid')
    // A field that was retired or closed since must not leave a hole in the letter.
    if (faultsOf(now.uses, now.reader, await listFields(work)).length > 0) return no('templateStale')
    const letter = await readLetter(work, {
      caseId,
      personId,
      template,
      locale: language,
      day: (locale) => formatTime(locale, work.now, 'day'),
    })
    const words = sheetLabels(await catalogue[language](), language, letter.lists)
    const contents = toContents(letter.source, letter.asked, letter.fields, words)
    if (seenOf(contents) !== input.seen) return no('letterChanged')
    const { sections } = letter.asked
    const audience = AUDIENCE_FOR[now.reader]
    const to = typed.to ?? ''
    const summary = {
      caseId,
      audience,
      sections: [...sections],
      language,
      words: to.slice(0, 500),
      ground,
      recipient,
      reason,
    }
    if (leavesOrganisation(audience)) {
      if (ground === 'consent' && recipient === '') return no('invalid', { recipient: 'required' })
      if (ground !== 'consent' && reason === '') return no('invalid', { reason: 'required' })
    }
    const gap = await gapOf(work, summary)
    if (gap !== null) return no('invalid', { recipient: CODE_OF_GAP[gap] })
    const made = await fillIn(await getDocument(work, now.hash), toFilling(contents, now.uses, typed))
    if (!made.ok) return made
    const verdict = await scan(made.value)
    if (verdict === 'infected') return no('letterNotMade')
    const attachmentId = await insertAttachment(work, {
      caseId,
      kind: 'letter',
      name: now.name,
      type: DOCX,
      bytes: made.value,
      scan: verdict,
    })
    const summaryId = await insertSummary(work, {
      ...summary,
      letter: { attachmentId, templateId: template.id, edition: now.edition },
    })
    return ok({ attachmentId, summaryId, audience, sections: [...sections] })
  },
})
