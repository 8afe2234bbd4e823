import { useTranslations } from 'next-intl'
import { InlineLink } from '@/components/ui/inline-link'
import { Notice } from '@/components/ui/notice'
import { useWhenLabels } from '@/components/ui/when-labels'
import type { CaseHeader } from '@/lib/cases/case-header.data'

/** On every page of a file, while a minor of it is missing: since when, and the way to whom one tells. */
export const MissingNotices = ({ caseHeader, href }: { caseHeader: CaseHeader; href: string }) => {
  const t = useTranslations('guardianship')
  const tc = useTranslations('cases')
  const { say } = useWhenLabels()
  return caseHeader.missing.map(({ id, personId, on }) => {
    const person = [...caseHeader.people, ...caseHeader.former].find((one) => one.id === personId)
    return (
      <div key={id} className="my-4">
        <Notice
          kind="error"
          title={t('missingSince', {
            name: person?.names[0]?.text ?? tc('noName'),
            on: on === null ? t('onUnknown') : say(on),
          })}
        >
          <InlineLink href={href}>{t('toldTitle')}</InlineLink>
        </Notice>
      </div>
    )
  })
}
