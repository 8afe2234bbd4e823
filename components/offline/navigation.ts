// What next/navigation is where no router is: pages of the server are left for by the browser (scripts/offline-build.mjs).

const router = {
  push: (address: string): void => location.assign(address),
  refresh: (): void => undefined,
}

export const useRouter = () => router
