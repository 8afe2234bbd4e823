import { NotFoundPage } from '@/components/layout/not-found-page'

const NotFound = () => <NotFoundPage />

export default NotFound
