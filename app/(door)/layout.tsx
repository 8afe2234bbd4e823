import type { ReactNode } from 'react'
import { DoorFrame } from '@/components/accounts/door-frame'

const DoorLayout = ({ children }: { children: ReactNode }) => <DoorFrame>{children}</DoorFrame>

export default DoorLayout
