import type { RuntimeMetricsView, RuntimeRegistryView } from '@plugboard/host'
import { expectTypeOf, test } from 'vitest'

import type { RuntimeMetrics, RuntimeRegistry } from '@plugboard/preset-plugins'

test('what the host derives is what the presets read', () => {
  expectTypeOf<RuntimeMetricsView>().toExtend<RuntimeMetrics>()
  expectTypeOf<RuntimeRegistryView>().toExtend<RuntimeRegistry>()
})
