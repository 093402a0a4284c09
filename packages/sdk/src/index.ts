export { Button } from './components/button.ts'
export { List, Table } from './components/collection.ts'
export { Badge, Code, Heading, Icon, Link, Stat, Text } from './components/content.ts'
export { Alert, Empty, Progress, Spinner } from './components/feedback.ts'
export { Input } from './components/input.ts'
export { Column, Divider, Grid, Panel, Row } from './components/layout.ts'
export { definePlugin } from './definePlugin.ts'
export { SDK_ERROR_CODES, SdkError } from './sdkError.ts'
export { ui } from './ui/uiBuilders.ts'

export type { ButtonProps } from './components/button.ts'
export type { ListItemProps, ListProps, TableProps, TableRowProps } from './components/collection.ts'
export type { IconProps, LinkProps, StatProps, WithText } from './components/content.ts'
export type { ActionProps, AlertProps, EmptyProps, ProgressProps, SpinnerProps } from './components/feedback.ts'
export type { InputProps } from './components/input.ts'
export type { WithChildren } from './components/layout.ts'
export type { AnyActions, CapabilityVerb, HandlerContext, RenderView } from './handlerContext.ts'
export type {
  FieldEvent,
  Handler,
  PluginDefinition,
  PluginFactory,
  PluginTools,
  PressEvent,
  WidgetDefinition,
} from './pluginDefinition.ts'
export type {
  AnyDomain,
  DomainActionType,
  DomainKey,
  DomainPayload,
  Domains,
  DomainTypes,
  PayloadArguments,
  Register,
  SharedView,
} from './register.ts'
export type { SdkErrorCode } from './sdkError.ts'
export type { Slot, UIBlock } from './ui/blockTypes.ts'
export type { HandlerRef } from './ui/createNode.ts'
export type {
  EachByItem,
  EachByValues,
  EachChild,
  EachDrawn,
  EachItem,
  EachKeyed,
  EachOptions,
  EachTableRow,
  UIEach,
} from './ui/eachTypes.ts'
export type {
  AlertOptions,
  BadgeOptions,
  ButtonOptions,
  CodeOptions,
  ColumnOptions,
  EmptyOptions,
  GridOptions,
  HeadingOptions,
  IconOptions,
  InputOptions,
  ListOptions,
  NodeOptions,
  PanelOptions,
  ProgressOptions,
  RowOptions,
  SpinnerOptions,
  StatOptions,
  TableOptions,
  TextOptions,
  TextValue,
} from './ui/nodeOptions.ts'
export type { UIBuilders, UITools } from './ui/uiBuilders.ts'
export type { TextChild, UIChild } from './ui/uiChild.ts'
