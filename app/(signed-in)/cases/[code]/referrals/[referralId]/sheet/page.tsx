import { FileChoicePage } from '@/components/cases/file-choice'
import { BackLink } from '@/components/layout/back-link'
import { ReferralBack } from '@/components/referrals/referral-back'
import { ReferralSheet } from '@/components/referrals/referral-sheet'
import { sheetSays } from '@/components/summaries/referral-sheet-labels'
import { SheetPart } from '@/components/summaries/sheet-part'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { Contradictions } from '@/components/trafficking/contradictions'
import { sheetLines } from '@/components/trafficking/sheet-labels'
import { formatTime } from '@/components/ui/time'
import { fileHref } from '@/lib/cases/file-part.view'
import { catalogue } from '@/lib/i18n/catalogue'
import { enter } from '@/lib/server/enter'
import { readReferralSheet, toSheetOpened } from '@/lib/summaries/referral-page.data'
import { readSheetFacts } from '@/lib/trafficking/sheet.data'

export default enter({
  permission: 'case:edit',
  messages: ['referrals'],
  load: async (work, request) => {
    const data = await readReferralSheet(work, request)
    if (data.type === 'choice') return { data, messages: null, room: null }
    const { row, isTrafficking } = data.part
    return {
      data,
      messages: await catalogue[row.language](),
      room: isTrafficking ? await readSheetFacts(work, row) : null,
    }
  },
  audit: ({ data }) => toSheetOpened(data),
  show: ({ data, messages, room }, { now }) => {
    if (data.type === 'choice' || messages === null)
      return data.type === 'choice' ? <FileChoicePage data={data} /> : null
    const { caseHeader: sheet, part } = data
    const { language } = part.row
    const words = sheetLabels(messages, language, part.lists)
    const extra = room === null ? [] : sheetLines(room, messages, language)
    const { t, lines, sections } = sheetSays(part, messages, language, extra)
    return (
      <ReferralSheet
        part={part}
        said={{
          title: t('sheet.title'),
          foot: t('sheet.foot', { day: formatTime(language, now, 'day') }),
          lines,
          sections,
        }}
        backHref={
          <BackLink href={fileHref(sheet, 'referrals')}>
            <ReferralBack />
          </BackLink>
        }
        refusal={
          part.contradictions.length === 0 ? null : (
            <Contradictions
              contradictions={part.contradictions}
              answersHref={`${fileHref(sheet, 'trafficking')}&step=safety#account`}
              urgencyHref={`${fileHref(sheet, 'referrals')}#referral-${part.row.subjectId}`}
            />
          )
        }
      >
        {part.parts.map((one) => (
          <SheetPart key={one.section} part={one} labels={words} />
        ))}
      </ReferralSheet>
    )
  },
})
