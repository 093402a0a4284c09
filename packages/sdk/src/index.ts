export { Button } from './components/button.ts'
export { Checkbox, Radio, Select, Switch } from './components/choice.ts'
export { List, Table } from './components/collection.ts'
export { Badge, Code, Heading, Icon, Image, Link, Stat, Text } from './components/content.ts'
export { Custom } from './components/custom.ts'
export { Alert, Empty, Progress, Spinner } from './components/feedback.ts'
export { For } from './components/for.ts'
export { Form } from './components/form.ts'
export { Input, Textarea } from './components/input.ts'
export { Column, Divider, Grid, Panel, Row } from './components/layout.ts'
export { Dialog, Tabs } from './components/overlay.ts'
export { definePlugin } from './definePlugin.ts'
export { SDK_ERROR_CODES, SdkError } from './sdkError.ts'
export { ui } from './ui/uiBuilders.ts'

export type { ButtonProps } from './components/button.ts'
export type { RadioProps, SelectProps, WithName } from './components/choice.ts'
export type { ListItemProps, ListProps, TableProps, TableRowProps } from './components/collection.ts'
export type { IconProps, ImageProps, LinkProps, StatProps, WithText } from './components/content.ts'
export type { CustomProps } from './components/custom.ts'
export type { ActionProps, AlertProps, EmptyProps, ProgressProps, SpinnerProps } from './components/feedback.ts'
export type { ForItems, ForItemsAndValues, ForProps } from './components/for.ts'
export type { InputProps, TextareaProps } from './components/input.ts'
export type { WithChildren } from './components/layout.ts'
export type { DialogProps, TabProps, TabsProps } from './components/overlay.ts'
export type { AnyActions, CapabilityVerb, HandlerContext, RenderView } from './handlerContext.ts'
export type { PluginConsole } from './pluginConsole.ts'
export type { Handler, PluginDefinition, PluginFactory, PluginTools, WidgetDefinition } from './pluginDefinition.ts'
export type { Hook, HookAnswer, JsonData, ServiceDefinition, ServiceReply, ToolDefinition } from './pluginSurfaces.ts'
export type {
  AnyDomain,
  DomainActionType,
  DomainKey,
  DomainPayload,
  Domains,
  DomainTypes,
  HandlerName,
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
  CheckboxOptions,
  CodeOptions,
  ColumnOptions,
  CustomOptions,
  DialogOptions,
  EmptyOptions,
  FieldOptions,
  FormOptions,
  GridOptions,
  HeadingOptions,
  IconOptions,
  ImageOptions,
  InputOptions,
  ListOptions,
  NodeOptions,
  PanelOptions,
  ProgressOptions,
  RadioOptions,
  RowOptions,
  SelectOptions,
  SpinnerOptions,
  StatOptions,
  SwitchOptions,
  TableOptions,
  TabsOptions,
  TextareaOptions,
  TextFieldOptions,
  TextOptions,
  TextValue,
} from './ui/nodeOptions.ts'
export type { UIBuilders, UITools } from './ui/uiBuilders.ts'
export type { TextChild, UIChild } from './ui/uiChild.ts'
export type {
  CloseEvent,
  ComponentEvent,
  FieldEvent,
  PressEvent,
  RangeEvent,
  SelectEvent,
  SortEvent,
  SubmitEvent,
} from './widgetEvents.ts'
