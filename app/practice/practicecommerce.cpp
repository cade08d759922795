#include "app/practice/practiceschema.h"

namespace longshore {

namespace {

constexpr QStringView CatalogTables = uR"(
table ecfVersion rows=140 key=pkId
pkId int id
ObjectId int number 1 900
ObjectTypeId int number 0 2
CatalogId int number 1 3
Name nvarchar(100)? headline
Code nvarchar(100)? sku
LanguageCode nvarchar(20) oneof sv en de
Status int number 1 6
StartPublish datetime2(7)? time
ModifiedBy nvarchar(100) user
Modified datetime2(7) time
IsCommonDraft bit flag 40
SeoUri nvarchar(255)? slug

table ecfVersionProperty rows=420 key=pkId
pkId bigint id
WorkId int each ecfVersion 3
MetaFieldName nvarchar(255) typename
Boolean bit flag 50
Tiny tinyint number 0 255
Small smallint number -32768 32767
Number int number -900000 900000
Long bigint number -9000000000 9000000000
RealNumber real number -50 50
FloatNumber float number -5000 5000
Decimal decimal(38,9) huge
Numeric numeric(9,2) number -90000 90000
Money money number -900000 900000
SmallMoney smallmoney number -2000 2000
Day date time
Clock time(7) time
Date datetime time
Date2 datetime2(0) time
Offset datetimeoffset(7) time
SmallDate smalldatetime time
Guid uniqueidentifier guid
Code char(9) sku
NCode nchar(9) sku
String varchar(450) headline
NString nvarchar(450) name
LongString varchar(max) html
LongNString nvarchar(max) html
OldText text sentence
OldNText ntext sentence
Document xml xml
Fixed binary(20) bytes 20
Bytes varbinary(64) bytes 64
LongBytes varbinary(max) bytes 400
Picture image bytes 200

table Catalog rows=3 key=CatalogId
CatalogId int id
Name nvarchar(150) company
StartDate datetime time
EndDate datetime time
DefaultCurrency nvarchar(150)? oneof SEK EUR GBP
WeightBase nvarchar(128)? oneof kgs
DefaultLanguage nvarchar(20)? oneof sv en
IsActive bit flag 100
Created datetime time
Modified datetime time

table CatalogLanguage rows=6 key=CatalogId,LanguageCode
CatalogId int each Catalog 2
LanguageCode nvarchar(20) cycle en sv
UriSegment nvarchar(255)? slug

table CatalogNode rows=84 key=CatalogNodeId
CatalogNodeId int id
CatalogId int ref Catalog
StartDate datetime time
EndDate datetime time
Name nvarchar(100) headline
Code nvarchar(100) sku
ParentNodeId int number 0 40
IsActive bit flag 95
SortOrder int number 0 90
ContentGuid uniqueidentifier guid

table CatalogEntry rows=920 key=CatalogEntryId
CatalogEntryId int id
CatalogId int ref Catalog
StartDate datetime time
EndDate datetime time
Name nvarchar(100) product
TemplateName nvarchar(50)? typename
Code nvarchar(100) sku
ClassTypeId nvarchar(50) oneof Product Variation Variation Package
IsActive bit flag 95
ContentGuid uniqueidentifier guid
ContentAssetsID uniqueidentifier? guid

table NodeEntryRelation rows=920 key=CatalogEntryId,CatalogNodeId
CatalogEntryId int each CatalogEntry 1
CatalogNodeId int turn CatalogNode 84
SortOrder int number 0 900
IsPrimary bit flag 90

table CatalogEntryRelation rows=460 key=ParentEntryId,ChildEntryId
ParentEntryId int each CatalogEntry 1
ChildEntryId int turn CatalogEntry 920
RelationTypeId nvarchar(50) oneof ProductVariation PackageEntry
Quantity decimal(18,3)? number 1 12
GroupName nvarchar(100)? oneof default
SortOrder int number 0 100

table CatalogItemSeo rows=1840 key=CatalogEntryId,LanguageCode
CatalogEntryId int each CatalogEntry 2
LanguageCode nvarchar(50) cycle en sv
Uri nvarchar(255) slug
Title nvarchar(150)? headline
Description nvarchar(355)? sentence
UriSegment nvarchar(255)? slug

table CatalogContentProperty rows=1600 key=pkId
pkId bigint id
ObjectId int ref CatalogEntry
MetaFieldName nvarchar(255) typename
LanguageName nvarchar(20)? oneof sv en de
Boolean bit? flag 50
Number int? number 0 90000
FloatNumber float? number 0 100
Money money? number 0 9000
Decimal decimal(38,9)? number 0 900000
Date datetime? time
Binary varbinary(max)? bytes 120
String nvarchar(450)? headline
LongString nvarchar(max)? html
Guid uniqueidentifier? guid
IsNull bit flag 10

table Variation rows=920 key=CatalogEntryId
CatalogEntryId int each CatalogEntry 1
ListPrice money? number 20 9000
TaxCategoryId int number 1 3
TrackInventory bit flag 90
Weight float number 0 40
MinQuantity decimal(38,9) number 1 3
MaxQuantity decimal(38,9) number 10 100
Length float? number 1 200

table PriceDetail rows=1840 key=PriceValueId
PriceValueId bigint id
Created datetime time
CatalogEntryCode nvarchar(100) sku
MarketId nvarchar(8) oneof SWE DEU GBR DEFAULT
CurrencyCode nvarchar(8) oneof SEK EUR GBP
PriceTypeId int number 0 2
MinQuantity decimal(38,9) number 0 10
UnitPrice decimal(38,9) number 10 9000
ValidFrom datetime time
ValidUntil datetime? time

table Warehouse rows=7 key=WarehouseId
WarehouseId int id
Name nvarchar(255) city
Code nvarchar(50) sku
IsActive bit flag 100
IsPrimary bit flag 10
Created datetime time
FirstName nvarchar(64)? first
LastName nvarchar(64)? last
Line1 nvarchar(80)? street
City nvarchar(64)? city
PostalCode nvarchar(20)? zip
DaytimePhoneNumber nvarchar(32)? phone
Email nvarchar(64)? email

table InventoryService rows=920 key=CatalogEntryId,WarehouseId
CatalogEntryId int each CatalogEntry 1
WarehouseId int turn Warehouse 7
PurchaseAvailableUtc datetime2(7) time
PurchaseAvailableQuantity decimal(38,9) number 0 500
BackorderAvailableQuantity decimal(38,9) number 0 50
AdditionalQuantity decimal(38,9) number 0 9
Version rowversion version

table Market rows=4 key=MarketId
MarketId int id
Code nvarchar(8) cycle DEFAULT SWE DEU GBR
MarketName nvarchar(50)? country
DefaultCurrencyCode nvarchar(8) oneof SEK EUR GBP
IsEnabled bit flag 100
PricesIncludeTax bit flag 50

table Country rows=24 key=CountryId
CountryId int id
Name nvarchar(50)? country
Visible bit flag 95
Code char(2) countrycode

table Currency rows=9 key=CurrencyId
CurrencyId int id
CurrencyCode char(3) cycle SEK EUR GBP USD DKK NOK PLN CHF JPY
Name nvarchar(50)? headline
Modifieddate datetime? time
)";

constexpr QStringView CustomerTables = uR"(
table cls_Organization rows=60 key=OrganizationId
OrganizationId uniqueidentifier guid
Created datetime time
Modified datetime? time
Name nvarchar(256)? company
Description ntext? sentence
OrganizationType int? number 0 4

table cls_Contact rows=1300 key=ContactId
ContactId uniqueidentifier guid
Created datetime time
Modified datetime? time
FirstName nvarchar(64)? first
LastName nvarchar(64)? last
FullName nvarchar(256)? name
Email nvarchar(128)? email
BirthDate datetime? birthday
LastOrder datetime? time
CustomerGroup nvarchar(128)? oneof Customer Partner Distributor
OwnerId uniqueidentifier? ref cls_Organization
RegistrationSource nvarchar(64)? oneof Web Store Import
UserId nvarchar(128)? user
AcceptMarketingEmail bit flag 40

table cls_Address rows=1500 key=AddressId
AddressId uniqueidentifier guid
Created datetime time
ContactId uniqueidentifier ref cls_Contact
Name nvarchar(128)? oneof Home Work Summer~house
FirstName nvarchar(64)? first
LastName nvarchar(64)? last
Line1 nvarchar(80)? street
City nvarchar(64)? city
PostalCode nvarchar(20)? zip
CountryCode nvarchar(16)? countrycode
CountryName nvarchar(64)? country
DaytimePhoneNumber nvarchar(32)? phone
Email nvarchar(64)? email

table cls_CreditCard rows=210 key=CreditCardId
CreditCardId uniqueidentifier guid
Created datetime time
ContactId uniqueidentifier ref cls_Contact
CardType int? number 1 6
LastFourDigits varchar(4)? digits 4
ExpirationMonth int? number 1 12
ExpirationYear int? number 2026 2031
Holder nvarchar(128)? name

table ShippingMethod rows=8 key=ShippingMethodId
ShippingMethodId uniqueidentifier guid
Name nvarchar(100) headline
BasePrice money number 0 200
Currency nvarchar(100)? oneof SEK EUR GBP
IsActive bit flag 90
IsDefault bit flag 10
Created datetime time

table PaymentMethod rows=6 key=PaymentMethodId
PaymentMethodId uniqueidentifier guid
Name nvarchar(128) oneof Invoice Card Transfer Gift~card
Description nvarchar(max)? sentence
IsActive bit flag 90
Ordering int number 1 9

table OrderGroup rows=820 key=OrderGroupId
OrderGroupId int id
InstanceId uniqueidentifier guid
CustomerId uniqueidentifier ref cls_Contact
CustomerName nvarchar(64)? name
ShippingTotal money number 0 200
SubTotal money number 10 20000
TaxTotal money number 0 4000
Total money number 10 24000
Status nvarchar(64)? oneof InProgress Completed Cancelled OnHold
BillingCurrency nvarchar(64)? oneof SEK EUR GBP
MarketId nvarchar(8) oneof SWE DEU GBR DEFAULT
Created datetime2(7) time
Modified datetime2(7)? time
RowVersion rowversion version

table OrderForm rows=820 key=OrderFormId
OrderFormId int id
OrderGroupId int each OrderGroup 1
Name nvarchar(64)? oneof default
SubTotal money number 10 20000
DiscountAmount money number 0 300
TaxTotal money number 0 4000
Total money number 10 24000
Status nvarchar(64)? oneof InProgress Completed

table OrderGroupAddress rows=820 key=OrderGroupAddressId
OrderGroupAddressId int id
OrderGroupId int each OrderGroup 1
Name nvarchar(64)? oneof Shipping Billing
FirstName nvarchar(64)? first
LastName nvarchar(64)? last
Line1 nvarchar(80)? street
City nvarchar(64)? city
PostalCode nvarchar(20)? zip
CountryName nvarchar(50)? country
DaytimePhoneNumber nvarchar(32)? phone
Email nvarchar(64)? email

table OrderGroupNote rows=300 key=OrderNoteId
OrderNoteId int id
OrderGroupId int ref OrderGroup
CustomerId uniqueidentifier? ref cls_Contact
Title nvarchar(255)? headline
Type nvarchar(50)? oneof System Custom
Detail ntext? sentence
Created datetime time

table LineItem rows=1900 key=LineItemId
LineItemId int id
OrderFormId int ref OrderForm
OrderGroupId int ref OrderGroup
CatalogEntryId nvarchar(100)? sku
DisplayName nvarchar(128)? product
Quantity decimal(18,2) number 1 9
PlacedPrice money number 10 9000
ListPrice money number 10 9000
LineTotal = ([Quantity]*[PlacedPrice])
WarehouseCode nvarchar(50)? sku
Created datetime time

table Shipment rows=820 key=ShipmentId
ShipmentId int id
OrderFormId int each OrderForm 1
ShippingMethodId uniqueidentifier? ref ShippingMethod
ShipmentTrackingNumber nvarchar(128)? digits 16
ShippingTax real? number 0 50
Status nvarchar(64)? oneof Packing Shipped AwaitingInventory
PickupTime time(0)? time
PromisedOn date? time

table OrderFormPayment rows=820 key=PaymentId
PaymentId int id
OrderFormId int each OrderForm 1
PaymentMethodId uniqueidentifier? ref PaymentMethod
CustomerName nvarchar(64)? name
Amount money number 10 24000
Status nvarchar(64)? oneof Pending Processed Failed
ProviderFingerprint binary(32)? bytes 32

table ApplicationLog rows=1400
LogId bigint row
Created datetime time
Source nvarchar(100)? oneof order catalog inventory
Operation nvarchar(50)? oneof Created Modified Deleted
ObjectKey nvarchar(100)? sku
UserName nvarchar(100)? user
IPAddress nvarchar(50)? ip
Succeeded bit? flag 97

table ShoppingCart rows=0 key=CartId
CartId int id
Contents xml? xml

table Newsletter~Subscriber rows=700 key=Id schema=marketing
Id int id
FullName nvarchar(200) name
Email varchar(254) email
Country nchar(2)? countrycode
Since smalldatetime time
Unsubscribed datetimeoffset(0)? time
Score real? number 0 1

table CatalogAsset rows=12 key=AssetId
AssetId int id
FileName nvarchar(260) file
MimeType varchar(100) oneof image/jpeg image/png application/pdf
Created datetime2(3) time
Content varbinary(max) blob
)";

} // namespace

QString practiceCommerceSchema()
{
    return CatalogTables.toString() + CustomerTables;
}

} // namespace longshore
