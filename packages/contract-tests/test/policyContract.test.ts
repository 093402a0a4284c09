import { describePolicyContract, type PolicyQuestion } from '@plugboard/contract-tests'
import { isCapabilityName, NO_GRANTS, type CapabilityGrants } from '@plugboard/contracts'

describePolicyContract({ name: 'a policy that gives nothing', policy: () => NO_GRANTS })

describePolicyContract({
  name: 'a policy that gives what is asked',
  policy({ identity, manifest }: PolicyQuestion): CapabilityGrants {
    if (manifest === null || manifest.packageId !== identity.packageId) return NO_GRANTS
    const legal = (names: readonly string[] = []): string[] => [...new Set(names.filter(isCapabilityName))]
    const { readShared, writeShared, systemCommands } = manifest.capabilities
    return { readShared: legal(readShared), writeShared: legal(writeShared), systemCommands: legal(systemCommands) }
  },
  packages: ['counter'],
})
