#include "app/practice/practiceschema.h"

namespace longshore {

namespace {

constexpr QStringView ContentTables = uR"(
table tblContentType rows=72 key=pkID
pkID int id
ContentTypeGUID uniqueidentifier guid
Created datetime time
Saved datetime? time
SavedBy nvarchar(255)? user
Filename nvarchar(255)? oneof ~/Views/StandardPage.cshtml ~/Views/NewsPage.cshtml
ModelType nvarchar(1024)? typename
Name nvarchar(50) typename
DisplayName nvarchar(50)? headline
Description nvarchar(255)? sentence
SortOrder int number 1 900
ContentType int number 0 3
Base varchar(50)? oneof Page Block Media Folder
Version varchar(50)? oneof 1.0.0.0 2.1.0.0

table tblPropertyDefinitionType rows=30 key=pkID
pkID int id
Property int number 0 12
Name nvarchar(255) typename
TypeName nvarchar(255)? typename
fkContentTypeGUID uniqueidentifier? guid

table tblPropertyDefinitionGroup rows=9 key=pkID
pkID int id
SystemGroup bit flag 30
Access int number 0 10
GroupVisible bit flag 90
GroupOrder int number 10 90
Name nvarchar(100)? headline
DisplayName nvarchar(100)? headline

table tblPropertyDefinition rows=640 key=pkID
pkID int id
fkContentTypeID int? each tblContentType 9
fkPropertyDefinitionTypeID int? ref tblPropertyDefinitionType
FieldOrder int? number 1 500
Name nvarchar(100) typename
Property int number 0 12
Required bit? flag 20
Searchable bit? flag 60
Advanced int? number 1 9
EditCaption nvarchar(255)? headline
HelpText nvarchar(2000)? sentence
LanguageSpecific int number 0 5
DisplayEditUI bit? flag 95
ExistsOnModel bit flag 90

table tblLanguageBranch rows=6 key=pkID
pkID int id
LanguageID nchar(17) oneof sv en da nb de fi
Name nvarchar(255)? oneof svenska English dansk norsk Deutsch suomi
SortIndex int number 1 60
SystemIconPath nvarchar(255)? oneof ~/icons/flag.svg
URLSegment nvarchar(255)? slug
ACL nvarchar(max)? json
Enabled bit flag 90

table tblCategory rows=48 key=pkID
pkID int id
CategoryGUID uniqueidentifier guid
SortOrder int number 1 100
Available bit flag 90
Selectable bit flag 90
SuperCategory bit flag 10
CategoryName nvarchar(50) headline
CategoryDescription nvarchar(255)? sentence

table tblContent rows=760 key=pkID
pkID int id
fkContentTypeID int ref tblContentType
fkParentID int? below tblContent
ContentGUID uniqueidentifier guid
CreatorName nvarchar(255)? user
VisibleInMenu bit flag 70
Deleted bit flag 4
DeletedBy nvarchar(255)? user
DeletedDate datetime? time
ChildOrderRule int number 1 6
PeerOrder int number 10 200
ContentAssetsID uniqueidentifier? guid
fkMasterLanguageBranchID int ref tblLanguageBranch
ContentPath varchar(900) path
ContentType int number 0 3
IsLeafNode bit flag 60

table tblContentLanguage rows=1520 key=fkContentID,fkLanguageBranchID
fkContentID int each tblContent 2
fkLanguageBranchID int turn tblLanguageBranch 2
ContentLinkGUID uniqueidentifier? guid
CreatorName nvarchar(255)? user
ChangedByName nvarchar(255) user
ContentGUID uniqueidentifier guid
Name nvarchar(255)? headline
URLSegment nvarchar(255)? slug
ExternalURL nvarchar(255)? slug
AutomaticLink bit flag 90
Created datetime time
Changed datetime time
Saved datetime time
StartPublish datetime? time
StopPublish datetime? time
Status int oneof 1 4 4 4 6

table tblWorkContent rows=900 key=pkID
pkID int id
fkContentID int ref tblContent
fkLanguageBranchID int ref tblLanguageBranch
ChangedByName nvarchar(255) user
Name nvarchar(255)? headline
URLSegment nvarchar(255)? slug
Created datetime time
Saved datetime time
StartPublish datetime? time
Status int number 1 6

table tblContentProperty rows=2100 key=pkID
pkID bigint id
fkPropertyDefinitionID int ref tblPropertyDefinition
fkContentID int each tblContent 3
fkLanguageBranchID int ref tblLanguageBranch
ScopeName nvarchar(450)? path
guid uniqueidentifier guid
Boolean bit flag 50
Number int? number 0 4000
FloatNumber float? number 0 1000
ContentType int? number 1 70
Date datetime? time
String nvarchar(450)? headline
LongString nvarchar(max)? html
LongStringLength int? number 0 9000

table tblContentCategory rows=760 key=fkContentID,fkCategoryID
fkContentID int each tblContent 1
fkCategoryID int turn tblCategory 48
CategoryType int number 0 2
fkLanguageBranchID int ref tblLanguageBranch
ScopeName nvarchar(450)? path

table tblContentAccess rows=760 key=fkContentID,Name
fkContentID int each tblContent 1
Name nvarchar(255) oneof Administrators Everyone WebEditors
IsRole int number 0 1
AccessMask int number 1 63

table tblContentSoftlink rows=700 key=pkID
pkID bigint id
fkOwnerContentID int ref tblContent
fkReferencedContentGUID uniqueidentifier? guid
OwnerLanguageID int? ref tblLanguageBranch
LinkURL nvarchar(2048) slug
LinkType int number 1 3
LinkProtocol nvarchar(10)? oneof https http mailto
LastCheckedDate datetime? time
)";

constexpr QStringView SystemTables = uR"(
table AspNetRoles rows=6 key=Id
Id nvarchar(128) textguid
Name nvarchar(256)? oneof Administrators WebAdmins WebEditors Everyone Translators
NormalizedName nvarchar(256)? oneof ADMINISTRATORS WEBADMINS WEBEDITORS

table AspNetUsers rows=340 key=Id
Id nvarchar(128) textguid
IsApproved bit flag 95
IsLockedOut bit flag 3
Comment nvarchar(max)? sentence
CreationDate datetime2(7) time
LastLoginDate datetime2(7)? time
UserName nvarchar(256)? user
NormalizedUserName nvarchar(256)? upperuser
Email nvarchar(256)? email
NormalizedEmail nvarchar(256)? upperemail
EmailConfirmed bit flag 80
PasswordHash nvarchar(max)? secret
SecurityStamp nvarchar(max)? secret
PhoneNumber nvarchar(max)? phone
PhoneNumberConfirmed bit flag 40
TwoFactorEnabled bit flag 30
LockoutEnd datetimeoffset(7)? time
LockoutEnabled bit flag 90
AccessFailedCount int number 0 3

table AspNetUserRoles rows=340 key=UserId,RoleId
UserId nvarchar(128) each AspNetUsers 1
RoleId nvarchar(128) turn AspNetRoles 6

table AspNetUserClaims rows=420 key=Id
Id int id
UserId nvarchar(128) ref AspNetUsers
ClaimType nvarchar(max)? oneof http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname
ClaimValue nvarchar(max)? first

table tblSynchedUser rows=340 key=pkID
pkID int id
UserName nvarchar(255) user
LoweredUserName nvarchar(255) user
Email nvarchar(255)? email
GivenName nvarchar(255)? first
LoweredGivenName nvarchar(255)? lowerfirst
Surname nvarchar(255)? last
Metadata nvarchar(max)? json

table tblActivityLog rows=1400 key=pkID
pkID bigint id
LogData nvarchar(max)? json
ChangeDate datetime time
Type nvarchar(255) oneof Content Message ContentType
Action int number 0 14
ChangedBy nvarchar(255) user
RelatedItem nvarchar(255)? path
Deleted bit flag 2

table tblActivityArchive rows=1300
pkID bigint row
LogData nvarchar(max)? json
ChangeDate datetime time
Type nvarchar(255) oneof Content Message ContentType
Action int number 0 14
ChangedBy nvarchar(255) user
Deleted bit flag 0

table tblScheduledItem rows=18 key=pkID
pkID uniqueidentifier guid
Name nvarchar(50)? headline
Enabled bit flag 80
LastExec datetime? time
LastStatus int? number 0 2
LastText nvarchar(2048)? sentence
NextExec datetime? time
DatePart nchar(2)? oneof dd mi hh
Interval int? number 1 30
MethodName nvarchar(100) typename

table tblScheduledItemLog rows=1800 key=pkID
pkID int id
fkScheduledItemId uniqueidentifier ref tblScheduledItem
Exec datetime time
Status int? number 0 2
Text nvarchar(2048)? sentence
Duration bigint? number 1 90000000
Trigger int? number 0 2
Server nvarchar(255)? oneof web-0 web-1

table tblBigTableIdentity rows=260 key=pkId
pkId bigint id
Guid uniqueidentifier guid
StoreName nvarchar(375) oneof XFormSettings EditorPreferences DashboardState

table tblBigTable rows=260 key=pkId,Row
pkId bigint each tblBigTableIdentity 1
Row int number 1 1
StoreName nvarchar(375) oneof XFormSettings EditorPreferences DashboardState
ItemType nvarchar(2000) typename
Boolean01 bit? flag 50
Tiny01 tinyint? number 0 255
Small01 smallint? number -32768 32767
Integer01 int? number -900000 900000
Long01 bigint? number -9000000000 9000000000
Real01 real? number -50 50
Float01 float? number -5000 5000
Decimal01 decimal(18,3)? number -90000 90000
Numeric01 numeric(38,10)? huge
Money01 money? number -900000 900000
SmallMoney01 smallmoney? number -2000 2000
Date01 date? time
Time01 time(3)? time
DateTime01 datetime? time
DateTime201 datetime2(7)? time
Offset01 datetimeoffset(3)? time
SmallDateTime01 smalldatetime? time
Guid01 uniqueidentifier? guid
Char01 char(12)? slug
NChar01 nchar(12)? first
String01 varchar(450)? headline
String02 nvarchar(450)? name
LongString01 nvarchar(max)? html
Text01 text? sentence
NText01 ntext? sentence
Xml01 xml? xml
Fixed01 binary(16)? bytes 16
Binary01 varbinary(900)? bytes 90
Binary02 varbinary(max)? bytes 700
Image01 image? bytes 300

table tblSiteDefinition rows=3 key=pkID
pkID int id
UniqueId uniqueidentifier guid
Name nvarchar(255) company
StartPage varchar(255)? oneof 5 6 7
SiteUrl varchar(max)? oneof https://www.example.com/ https://shop.example.org/
Saved datetime? time
SavedBy nvarchar(255)? user

table tblHostDefinition rows=6 key=pkID
pkID int id
fkSiteID int each tblSiteDefinition 2
Name varchar(255) slug
Type int number 0 3
Language varchar(50)? oneof sv en
Https bit? flag 90

table tblNotificationMessage rows=220 key=pkID
pkID int id
Sender nvarchar(255)? user
Recipient nvarchar(255) user
Channel nvarchar(50)? oneof email feed
Subject nvarchar(255)? headline
Content nvarchar(max)? sentence
Sent datetime2(7)? time
Read datetime2(7)? time
Saved datetime2(7) time

table tblProject rows=12 key=pkID
pkID int id
Name nvarchar(255) headline
IsPublic bit flag 80
Created datetime time
CreatedBy nvarchar(255) user
Status int number 0 5

table tblProjectItem rows=160 key=pkID
pkID int id
fkProjectID int ref tblProject
ContentLinkID int ref tblContent
ContentLinkWorkID int number 1 900
Language nvarchar(17) oneof sv en
Category nvarchar(255) oneof default

table tblTree rows=1500 key=fkParentID,fkChildID
fkParentID int each tblContent 2
fkChildID int row
NestingLevel smallint number 1 9

table tblTaskInformation rows=0 key=pkId
pkId bigint id
Row int row
StoreName nvarchar(375) slug

table tblXFormData rows=0 key=pkID
pkID bigint id
Data ntext? sentence

table Form~Submission rows=640 key=Id schema=forms
Id int id
FormId uniqueidentifier guid
SubmittedBy nvarchar(200)? name
Email varchar(254)? email
Phone char(20) phone
Street nvarchar(200)? street
City nvarchar(100)? city
BirthDate date? birthday
Message ntext? sentence
Answers xml? xml
RemoteAddress varchar(45)? ip
SubmittedAt smalldatetime time
Version rowversion version

table tblMediaBlob rows=12 key=pkID
pkID int id
FileName nvarchar(260) file
MimeType varchar(100) oneof image/jpeg image/png application/pdf
Saved datetime2(3) time
Content varbinary(max) blob
)";

} // namespace

QString practiceCmsSchema()
{
    return ContentTables.toString() + SystemTables;
}

} // namespace longshore
