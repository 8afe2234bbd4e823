import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'

const Lines = ({ title, text }: { title: string; text: string }) => (
  <section>
    <h2>{title}</h2>
    <ul className="mt-1 grid list-disc gap-1 ps-5">
      {text.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
)

/** What is promised of accessibility, what is tested, what is known to be missing, and how to tell of a problem. */
export const AccessibilityPage = () => {
  const t = useTranslations('guide')
  const name = usePageName()
  return (
    <>
      <BackLink href="/help">{t('back')}</BackLink>
      <PageTitle title={name('accessibility')}>{t('access.goal')}</PageTitle>
      <div className="grid max-w-prose gap-6">
        <Lines title={t('access.testedTitle')} text={t('access.tested')} />
        <Lines title={t('access.gapsTitle')} text={t('access.gaps')} />
        <section>
          <h2>{t('access.reportTitle')}</h2>
          <p className="mt-1">{t('access.report')}</p>
        </section>
      </div>
    </>
  )
}
