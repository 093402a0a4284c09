import { Column, definePlugin, Text } from '@plugboard/sdk'

definePlugin({
  id: 'greeter-shared-state',
  title: 'Shared greeting',
  description: 'Greets whoever was shared last.',
  widgets: {
    main: {
      render({ shared }) {
        const profile = shared['greeter-profile']
        if (profile === undefined) return <Text>The shared greeting is not shown to this widget.</Text>
        if (profile.name === null) return <Text>Nobody has shared a greeting yet.</Text>
        return (
          <Column gap="xs">
            <Text size="lg" weight="medium">
              Hello, {profile.name}
            </Text>
            {profile.sharedBy !== null && (
              <Text size="sm" mono truncate>
                {profile.sharedBy}
              </Text>
            )}
          </Column>
        )
      },
    },
  },
})
