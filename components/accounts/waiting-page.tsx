import { useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { LeaveButton } from './leave-button'

/** Signed in, and no one has said yet whose account this is. */
export const WaitingPage = ({ back }: { back: string }) => {
  const t = useTranslations('accounts.waitingAccounts')
  return (
    <>
      <TabWords words={t('title')} />
      <h1>{t('title')}</h1>
      <Card className="mt-5 grid gap-3">
        <p>{t('what')}</p>
        <p className="text-muted">{t('why')}</p>
        <p>
          <LinkButton kind="primary" href={`/sign-in/waiting?${new URLSearchParams({ back })}`}>
            {t('again')}
          </LinkButton>
        </p>
      </Card>
      <LeaveButton>{t('leave')}</LeaveButton>
    </>
  )
}
