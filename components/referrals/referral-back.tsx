import { useTranslations } from 'next-intl'

export const ReferralBack = () => useTranslations('referrals')('back')
